// immer
import { applyPatches, createDraft, current, enableMapSet, enablePatches, finishDraft, isDraft, produce, produceWithPatches } from 'immer';

enablePatches();
enableMapSet();

export const handler = async (event) => {
  const [next, patches, inverse] = produceWithPatches(event, (draft) => {
    draft.orders.push({ customer: 'new', total: 1 });
    draft.orders[0].total += 100;
    console.log(isDraft(draft.orders[0]), current(draft.orders[0]));
  });
  console.log(patches);
  const draft = createDraft(new Map([['a', { n: 1 }]]));
  draft.get('a').n = 2;
  const map = finishDraft(draft);
  let frozen;
  try {
    next.orders[0].total = 0;
  } catch (error) {
    frozen = error.name;
  }
  return { totals: next.orders.map(({ total }) => total), shared: next.orders[1] === event.orders[1], undone: applyPatches(next, inverse), frozen, map: [...map], curried: produce((state, n) => void (state.n += n))({ n: 1 }, 2) };
};
