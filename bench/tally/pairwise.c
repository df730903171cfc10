/* The machine's floor for the pairwise table: byte ranks by column, compared by whatever vector unit the compiler finds.
 * cc -O3 -march=native -o pairwise pairwise.c; reads n*C ranks (column by column) from stdin, prints milliseconds and a checksum. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }

static long above(const uint8_t *x, const uint8_t *y, int n) {
  long total = 0;
  int i = 0;
  while (i + 64 <= n) {
    uint8_t acc[64] = {0};
    int blocks = (n - i) / 64;
    if (blocks > 255) blocks = 255;
    for (int k = 0; k < blocks; k++, i += 64) for (int l = 0; l < 64; l++) acc[l] += x[i + l] < y[i + l];
    for (int l = 0; l < 64; l++) total += acc[l];
  }
  for (; i < n; i++) total += x[i] < y[i];
  return total;
}

int main(int argc, char **argv) {
  int n = atoi(argv[1]), C = atoi(argv[2]);
  uint8_t *r = malloc((size_t)n * C);
  if (argc < 3 || r == NULL || fread(r, 1, (size_t)n * C, stdin) != (size_t)n * C) return 1;
  double best = 1e9;
  long check = 0;
  for (int rep = 0; rep < 9; rep++) {
    double t = now();
    check = 0;
    for (int a = 0; a < C; a++) for (int b = a + 1; b < C; b++) check += above(r + (size_t)a * n, r + (size_t)b * n, n) * (a + 1);
    t = now() - t;
    if (t < best) best = t;
  }
  printf("%.3f %ld\n", best, check);
  return 0;
}
