/**
 * What a desk asks about what people carry, as in `casework/wire.ts`.
 *
 * GET  /desk/api/carrying                      -> CarryingLine[]   a caseworker's own, for an organiser everybody's
 * POST /desk/api/carrying {id, most, away}     -> {}   one's own, or an organiser's for anybody | away_day {most} 422
 */

export interface CarryingLine {
  /** The person's. */
  id: string;
  name: string;
  /** The most open reports they take on; null: nobody said. */
  most: number | null;
  /** The last day away, today or later; null while they are here. */
  away: string | null;
  /** Not at the desk for so long that they count as away, though nobody said so. */
  unseen: boolean;
  /** Open reports now; null for everybody but oneself. */
  carries: number | null;
}
