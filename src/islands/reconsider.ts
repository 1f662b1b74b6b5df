/**
 * The pause before posting, for any comment form: `<script type="module" src="…/reconsider.js">` and
 * `<upstander-reconsider>` around the field. Where a browser cannot, the form stays as it is.
 */
import { Reconsider } from './reconsider/element.ts';

const can = 'customElements' in window && 'adoptedStyleSheets' in document;
if (can && customElements.get('upstander-reconsider') === undefined) {
  customElements.define('upstander-reconsider', Reconsider);
}
