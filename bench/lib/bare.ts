/**
 * What HTTP alone costs: a server of Node's own that reads the JSON, checks nothing and writes the rows as they are
 * written straight. A process of its own, as ours is; prints its port. The first word after it is the address of the database.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import type { Submission } from '../../src/report/seal.ts';
import { insertRows, rowsOf } from './rows.ts';

const pool = new pg.Pool({ connectionString: process.argv[2] ?? '', max: 16 });
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', async () => {
    const submission = JSON.parse(Buffer.concat(parts).toString()) as Submission;
    await pool.query({ name: 'insert', text: insertRows, values: rowsOf(submission, new Date()) });
    const body = JSON.stringify({ id: submission.id, repeated: false });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
