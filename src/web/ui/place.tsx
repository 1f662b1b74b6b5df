/** Line drawings of places at dusk. The lamp is the only fill; two strokes side by side are people. */
const small = {
  stop: (
    <>
      <path class="glow" d="M52 26h12l26 58H26z" />
      <path class="far" d="M100 84V44h26V30h30v54" />
      <path d="M8 84h160M58 84V22M112 66h40M118 66v18M146 66v18" />
      <path class="lit" d="M50 14h16l-3 10H53z" />
    </>
  ),
  stair: (
    <>
      <path d="M8 84h32V72h28V60h28V48h28V36h44M40 72V46M68 60V34M96 48V22M124 36V10M160 36V10M40 46l84-36h44" />
      <path class="far" d="M124 84h44V48M96 84V72" />
    </>
  ),
  square: (
    <>
      <path class="far" d="M8 84V52h22V38h26v46" />
      <path d="M8 84h160M84 84V28M156 84V28M76 28h90M96 62h48M104 62v22M136 62v22" />
      <circle cx="64" cy="30" r="10" />
      <path d="M64 40v44" />
    </>
  ),
} as const;

export function Place({ name }: { readonly name: keyof typeof small }) {
  return (
    <svg class="place" viewBox="0 0 176 96" aria-hidden="true">
      {small[name]}
    </svg>
  );
}

/** The stop of the home page, with its lamp left on. */
export function StopAtDusk() {
  return (
    <svg class="place" viewBox="0 0 400 230" aria-hidden="true">
      <path class="glow" d="M122 48h30l62 158H76z" />
      <path class="far" d="M12 206v-58h34v-26h40v84M236 206v-96h52v40h34v-62h46v118" />
      <path d="M8 206h384" />
      <path d="M96 206V62c0-18 10-28 28-28h6" />
      <path class="lit" d="M128 36h18l5 10h-28z" />
      <path d="M236 206V104M352 206V104M224 104h140M246 176h78M258 176v30M312 176v30" />
      <path d="M204 206v-92" />
      <circle cx="204" cy="100" r="14" />
      <path d="M198 104v-6l6 5 6-5v6" />
      <path class="us" d="M140 172v32M154 163v41" />
    </svg>
  );
}
