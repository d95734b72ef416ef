import { makeTemplate } from './pglite-folder';

/** Tests only, once before all of them: stores they open copy the template, built or not. */
export default makeTemplate;
