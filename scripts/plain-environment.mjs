import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's Node environment in a context whose global object is an ordinary one (docs/adr/0036-plain-test-context.md). Jest's own is a
 * Proxy behind an interceptor of node:vm: each mention of `Math`, `Uint8Array` or `Promise`, in every library too, runs through both.
 * Each test file has a context of its own as before.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(...args) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY); // Jest leaves no other place to choose
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
  }
}
