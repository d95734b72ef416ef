/** With the option that keeps what is on the screen. */
import { previewJsx } from './jsx-preview';

previewJsx(true);
