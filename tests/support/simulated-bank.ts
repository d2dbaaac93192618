// Invented: six items of five answers. θ and its standard error were computed apart from this program, with mpmath 1.x:
// adaptive quadrature over the whole line (EAP) and a root of the numerical derivative (MAP), 30 digits.

export const bank = {
  sim_1: { a: 1.2, b: [-1.5, -0.4, 0.6, 1.8] },
  sim_2: { a: 2.6, b: [-0.8, 0.1, 0.9, 1.7] },
  sim_3: { a: 3.9, b: [0.2, 0.7, 1.2, 2.1] },
  sim_4: { a: 0.7, b: [-2.2, -0.9, 1.1, 2.9] },
  sim_5: { a: 1.9, b: [-2.0, -1.1, -0.2, 0.8] },
  sim_6: { a: 4.4, b: [-0.3, 0.4, 1.0, 1.6] },
}

type Pattern = (number | null)[]
type Estimates = { eap: [theta: number, se: number]; map: [theta: number, se: number] }

export const patterns: [Pattern, Estimates][] = [
  [[0, 0, 0, 0, 0, 0], { eap: [-2.02192, 0.616251], map: [-1.948484, 0.593453] }],
  [[4, 4, 4, 4, 4, 4], { eap: [2.52353, 0.469375], map: [2.383208, 0.411325] }],
  [[2, 2, 2, 2, 2, 2], { eap: [0.578015, 0.255892], map: [0.590822, 0.26465] }],
  [[0, 1, 2, 3, 4, 0], { eap: [0.040753, 0.345532], map: [0.028262, 0.279697] }],
  [[4, 3, 2, 1, 0, 4], { eap: [1.169156, 0.300132], map: [1.179127, 0.268464] }],
  [[1, 0, 0, 1, 2, 0], { eap: [-1.038339, 0.417518], map: [-0.961897, 0.427667] }],
  [[3, 3, 2, 2, 4, 3], { eap: [1.12074, 0.249017], map: [1.119747, 0.266516] }],
  [[null, 2, null, 1, 3, null], { eap: [0.251175, 0.462862], map: [0.267555, 0.489065] }],
  [[4, null, null, null, null, null], { eap: [0.857769, 0.897946], map: [0.896693, 0.831377] }],
  [[4, 0, 4, 0, 4, 0], { eap: [0.137838, 0.469033], map: [0.031652, 0.279517] }],
]

/** The seventh pattern with a prior of mean 0.5 and standard deviation 0.8. */
export const otherPrior: Estimates = { eap: [1.129766, 0.244461], map: [1.128187, 0.261583] }
