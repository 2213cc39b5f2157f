package org.caucus.platform.observability;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Numbers that are asked for when somebody looks. */
public final class Gauges {
  /** A number that the database has not told by then is shown as not known. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final MeterRegistry registry;
  private final List<Counted> counted = new ArrayList<>();

  private record Counted(Supplier<Future<Long>> source, AtomicReference<Double> last) {}

  /** Into this registry. */
  public Gauges(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A number at hand. */
  public Gauges add(String name, String description, Supplier<Number> source) {
    Gauge.builder(name, source).description(description).register(registry);
    return this;
  }

  /** A number at hand, for one of several. */
  public Gauges add(
      String name, String description, String tag, String value, Supplier<Number> source) {
    Gauge.builder(name, source).description(description).tag(tag, value).register(registry);
    return this;
  }

  /** A number at hand that only grows, for one of several. */
  public Gauges total(
      String name, String description, String tag, String value, Supplier<Number> source) {
    // what is given besides the function is held weakly; this lives as long as the port
    FunctionCounter.builder(name, this, all -> source.get().doubleValue())
        .description(description)
        .tag(tag, value)
        .register(registry);
    return this;
  }

  /** A number that the database knows. */
  public Gauges count(String name, String description, Supplier<Future<Long>> source) {
    AtomicReference<Double> last = new AtomicReference<>(Double.NaN);
    counted.add(new Counted(source, last));
    return add(name, description, last::get);
  }

  /** The same, for one of several. */
  public Gauges count(
      String name, String description, String tag, String value, Supplier<Future<Long>> source) {
    AtomicReference<Double> last = new AtomicReference<>(Double.NaN);
    counted.add(new Counted(source, last));
    return add(name, description, tag, value, last::get);
  }

  /** Asks the database anew. Waits. */
  void refresh() {
    List<Future<Double>> asked = counted.stream().map(Gauges::ask).toList();
    for (int i = 0; i < counted.size(); i++) {
      counted.get(i).last().set(asked.get(i).await());
    }
  }

  private static Future<Double> ask(Counted one) {
    return one.source()
        .get()
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(Long::doubleValue)
        .otherwise(Double.NaN);
  }
}
