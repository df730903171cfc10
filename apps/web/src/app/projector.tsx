import { ProjectorApp } from '../surfaces/projector/projector-app.js';
import { mount } from './mount.js';

mount(<ProjectorApp />);
