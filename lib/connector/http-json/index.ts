/** What the rest of the house may use of this folder. */
export { describeEndpoints } from './describe-endpoints';
