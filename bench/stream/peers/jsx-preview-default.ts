/** As it comes. */
import { previewJsx } from './jsx-preview';

previewJsx(false);
