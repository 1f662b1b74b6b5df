/** A GeoJSON file (RFC 7946) as the features it holds. */
import { Refusal } from '../../platform/refusal.ts';
import type { File } from './csv.ts';

export interface Feature {
  /** Counted from 1. */
  number: number;
  /** The trimmed text of a property, a number as its digits; '' where there is none. */
  property(name: string): string;
  geometry: unknown;
}

/** Also a single feature. Refusal 'import_file' for anything else. */
export function readGeojson({ name, bytes }: File): Feature[] {
  const written = parsed(name, bytes) as { type?: unknown; features?: unknown } | null;
  const features = written?.type === 'Feature' ? [written] : written?.features;
  if (!Array.isArray(features)) {
    throw new Refusal('import_file', { file: name, why: 'it is no GeoJSON FeatureCollection' });
  }
  return features.map((feature: { properties?: unknown; geometry?: unknown } | null, at) => {
    const properties = (feature?.properties ?? {}) as Record<string, unknown>;
    return {
      number: at + 1,
      property: (key) => {
        const value = Object.hasOwn(properties, key) ? properties[key] : '';
        return typeof value === 'string' || typeof value === 'number'
          ? String(value).normalize('NFC').trim()
          : '';
      },
      geometry: feature?.geometry,
    };
  });
}

function parsed(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Refusal('import_file', { file, why: (error as Error).message });
  }
}
