package no.vegvisar;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * National ids that no register has: month + 80, both check digits by the ordinary rule on the
 * shifted number.
 */
public final class SyntheticIds {

  private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2};
  private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
  private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 20_000));

  private SyntheticIds() {}

  /** Of somebody born between 1960 and 1989, whose id this run has not given yet. */
  static String next() {
    while (true) {
      int n = NEXT.incrementAndGet();
      String body =
          "%02d%02d%02d%03d"
              .formatted(1 + n % 28, 81 + n / 28 % 12, 60 + n / 336 % 30, n / 10_080 % 500);
      String id = checked(body);
      if (id != null) {
        return id;
      }
    }
  }

  /** Of somebody born on this day in 2000 or later, whose id this run has not given yet. */
  public static String bornOn(java.time.LocalDate day) {
    while (true) {
      String body =
          "%02d%02d%02d%03d"
              .formatted(
                  day.getDayOfMonth(),
                  80 + day.getMonthValue(),
                  day.getYear() % 100,
                  500 + NEXT.incrementAndGet() % 500);
      String id = checked(body);
      if (id != null) {
        return id;
      }
    }
  }

  /** With its check digits; null when this number has none. */
  private static String checked(String body) {
    int first = digit(body, FIRST);
    int second = first > 9 ? 10 : digit(body + first, SECOND);
    return first < 10 && second < 10 ? body + first + second : null;
  }

  private static int digit(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (digits.charAt(i) - '0');
    }
    int rest = 11 - sum % 11;
    return rest == 11 ? 0 : rest;
  }
}
