import './vitrine/start';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import Program from './ui';
import { Boundary } from './vitrine/boundary';
import { SourceLine } from './vitrine/source-line';
import './styles.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Boundary>
      <Program />
    </Boundary>
    <SourceLine />
  </StrictMode>,
);
