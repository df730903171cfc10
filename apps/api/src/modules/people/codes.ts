export { authKeyHash } from '@tegerek/ballot';
