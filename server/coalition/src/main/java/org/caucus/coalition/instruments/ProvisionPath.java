package org.caucus.coalition.instruments;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.caucus.coalition.instruments.cutting.PathQuery;
import org.caucus.coalition.instruments.cutting.Segment;

/** Finds provisions by what people write for them: {@code i.3.b}, 3(b), Part I 3 (b). */
public final class ProvisionPath {
  private ProvisionPath() {}

  /** Those of this edition that it can mean; one of that very path alone. */
  public static List<Placed> find(Edition edition, String words) {
    Optional<Placed> exact = edition.named(words.strip()).filter(Placed::canBeCited);
    return exact.isPresent()
        ? List.of(exact.get())
        : PathQuery.parse(words).map(query -> in(edition, query)).orElse(List.of());
  }

  /** Whether words are written like the name of a provision. */
  public static boolean isOne(String words) {
    return PathQuery.parse(words).isPresent();
  }

  /** All of this edition that it can mean, where to take one for another would do harm. */
  public static List<Placed> all(Edition edition, String words) {
    Optional<Placed> exact = edition.named(words.strip()).filter(Placed::canBeCited);
    return exact.isPresent()
        ? List.of(exact.get())
        : PathQuery.parse(words).map(q -> placed(edition, q::all)).orElse(List.of());
  }

  static List<Placed> in(Edition edition, PathQuery query) {
    return placed(edition, query::in);
  }

  private static List<Placed> placed(Edition edition, UnaryOperator<List<Segment>> meant) {
    List<Placed> numbered =
        edition.placed().stream().filter(p -> p.canBeCited() && p.number() != null).toList();
    List<Segment> segments =
        numbered.stream().map(p -> new Segment(p.kind(), p.level(), 0, 1, p.number())).toList();
    return meant.apply(segments).stream()
        .flatMap(
            found ->
                numbered.stream()
                    .filter(p -> p.number() != null && p.number().equals(found.path())))
        .toList();
  }
}
