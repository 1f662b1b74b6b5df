/** `npm start`: installs if needed, builds if the source changed, then runs the server until Ctrl-C or SIGTERM. */
import { become, build, install } from './lib/house.mjs';

install();
build();
become('main.js');
