import { describe, expect, it } from 'vitest';
import { amalTells, arrive, type Stage, signedByRoot } from '../../../test/cast.ts';
import { world } from '../../../test/world.ts';
import { intake } from '../index.ts';

const needs = ({ database, clock, installation }: Stage) => ({ db: database.db, clock, installation });
/** Where nobody asks what is still to do. */
const unsaid = ['backup', 'lawful', 'lines', 'tasks'];
const met = { missing: async () => [] };
const caseworker = (name: string) => ({ name, roles: ['caseworker'] as const });

describe('a real installation', () => {
  it('takes no report while nobody has said what is lawful and tried out the rest, whoever works there', async () => {
    await using here = await world({ kind: 'real' });
    expect(await intake(needs(here))).toEqual({ open: false, missing: ['caseworkers', ...unsaid] });
    for (const name of ['Ines', 'Omar']) {
      const { reader } = await arrive(here, caseworker(name));
      await signedByRoot(here, 'add', reader, { founding: true });
    }
    expect(await intake(needs(here))).toEqual({ open: false, missing: unsaid });
    await expect(amalTells(here)).rejects.toMatchObject({ code: 'intake_closed' });
  });

  it('opens with the second confirmed caseworker, and closes again when one is lost', async () => {
    await using here = await world({ kind: 'real' });
    const open = () => intake({ ...needs(here), conditions: met });
    const ines = await arrive(here, caseworker('Ines'));
    await signedByRoot(here, 'add', ines.reader, { founding: true });
    const omar = await arrive(here, caseworker('Omar'));
    const helper = { name: 'Layla', roles: ['outside'] as const, organisation: 'The House by the Bridge' };
    const layla = await arrive(here, helper);
    await signedByRoot(here, 'add', layla.reader, { founding: true });
    expect(await open()).toEqual({ open: false, missing: ['caseworkers'] });
    await signedByRoot(here, 'add', omar.reader);
    expect((await open()).open).toBe(false);
    here.clock.pass({ hours: 73 });
    expect(await open()).toEqual({ open: true });
    await signedByRoot(here, 'remove', ines.reader);
    expect((await open()).open).toBe(false);
  });
});

describe('a demonstration', () => {
  it('is open: everybody is told that anybody can read it', async () => {
    await using here = await world();
    expect(await intake(needs(here))).toEqual({ open: true });
  });
});
