#!/usr/bin/env node
/** `npm run -s upstander -- <command>`: on standard output stands what the command answers and nothing else. */
import { become, build, install } from './lib/house.mjs';

install();
build();
become('cli.js', process.argv.slice(2));
