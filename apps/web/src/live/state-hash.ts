/** Apart from the rest of replica, so that its hash function is loaded only when somebody asks for a mark. */
export { stateHash } from '@tegerek/replica';
