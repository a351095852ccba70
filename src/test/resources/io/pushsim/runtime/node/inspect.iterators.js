console.log([new Map([[1, 2]]).entries(), new Set([5]).values(), new Map([[1, 2]]).keys()]);
