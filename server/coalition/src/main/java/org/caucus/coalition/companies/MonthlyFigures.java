package org.caucus.coalition.companies;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many updates in each of the last months, and how long questions waited; months are UTC's. */
final class MonthlyFigures {
  /** Months that are shown, with the one that runs. */
  static final int SHOWN = 12;

  private final Map<YearMonth, Month> months = new TreeMap<>();

  /** One month: the questions are those asked in it. */
  private static final class Month {
    int updates;
    int questions;
    final List<Duration> answered = new ArrayList<>();
  }

  MonthlyFigures(Instant now) {
    YearMonth last = month(now);
    for (int i = SHOWN - 1; i >= 0; i--) {
      months.put(last.minusMonths(i), new Month());
    }
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  void update(Instant at) {
    Month month = months.get(month(at));
    if (month != null) {
      month.updates++;
    }
  }

  void question(Instant at) {
    Month month = months.get(month(at));
    if (month != null) {
      month.questions++;
    }
  }

  void answered(Instant asked, Duration after) {
    Month month = months.get(month(asked));
    if (month != null) {
      month.answered.add(after);
    }
  }

  JsonArray show() {
    JsonArray shown = new JsonArray();
    months.forEach(
        (name, month) -> {
          JsonObject one =
              new JsonObject()
                  .put("month", name.toString())
                  .put("updates", month.updates)
                  .put("questions", month.questions)
                  .put("answered", month.answered.size());
          if (!month.answered.isEmpty()) {
            one.put("medianHours", hours(median(month.answered)));
          }
          shown.add(one);
        });
    return shown;
  }

  private static Duration median(List<Duration> some) {
    List<Duration> sorted = some.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
  }

  /** To a tenth. */
  private static double hours(Duration time) {
    return Math.round(time.toMinutes() / 6.0) / 10.0;
  }
}
