import { VerifierApp } from '../surfaces/verifier/verifier-app.js';
import { mount } from './mount.js';

mount(<VerifierApp />);
