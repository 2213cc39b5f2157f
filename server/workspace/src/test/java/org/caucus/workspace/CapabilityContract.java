package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every capability. A new one gets a class that extends this, and no test less. */
abstract class CapabilityContract<E extends Event> {
  private static final int STEPS = 60;

  private static final String TEXT = "text";

  /** What people say of a thing, and may say anew. */
  private static final Set<String> SAID =
      Set.of(
          "title",
          "subject",
          "name",
          "description",
          "body",
          "provision",
          "place",
          "kind",
          "stage",
          "attribution",
          "outcome",
          "priority",
          "due");

  /** Histories that are played once for all capabilities. */
  private static final Map<Long, Workspace> PLAYED = new ConcurrentHashMap<>();

  /** The one that is looked at. */
  abstract Capability<? super Workspace, E> capability();

  /** Where its events are on file. */
  Path golden() {
    return Checkout.server("src/test/resources/golden");
  }

  /** A workspace in which its events happened, or some of them. */
  Workspace played(long seed) {
    return PLAYED.computeIfAbsent(seed, CapabilityContract::play);
  }

  private static Workspace play(long seed) {
    Workspace w = Given.coalition().state();
    for (Doings.Step step : Doings.history(seed, STEPS)) {
      w = w.evolve((Commit) step.on(w));
    }
    return w;
  }

  @Test
  void eachEventOfItsSealedFamilyHasAName() {
    assertThat(capability().events().isSealed()).isTrue();
    assertThat(capability().names().stream().<Class<?>>map(EventName::type))
        .containsExactlyInAnyOrderElementsOf(Capabilities.members(capability().events()).toList());
    assertThat(capability().names().stream().map(EventName::name)).doesNotHaveDuplicates();
  }

  @Test
  void eachEventIsOnFile() {
    for (EventName<? extends E> name : capability().names()) {
      assertThat(Files.exists(golden().resolve(name.name() + ".json"))).as(name.name()).isTrue();
    }
  }

  @Test
  void eachFamilyOfCommandsIsSealed() {
    for (CommandFamily<?, ?> family : capability().commands()) {
      assertThat(family.family().isSealed()).as(family.family().getName()).isTrue();
    }
  }

  /** Each is answered: by the class to begin with, or by the reason why there is none. */
  @Test
  void everyFacetIsAnswered() throws ClassNotFoundException {
    Map<Facet, Facets.Answer> answers = capability().facets().answers();

    assertThat(answers).containsOnlyKeys(Facet.values());
    for (Facets.Answer answer : answers.values()) {
      switch (answer) {
        case Facets.Answer.In in ->
            assertThat(Class.forName("org.caucus." + in.type())).as(in.type()).isNotNull();
        case Facets.Answer.None none -> assertThat(none.why()).endsWith(".").contains(" ");
      }
    }
  }

  /** The state that is kept is the state that the log gives back, read as it was written. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whatIsReadFromTheLogLeadsToTheSameState(long seed) {
    Workspace live = played(seed);
    Workspace replayed = Workspace.empty(live.id());
    for (Commit commit : live.history()) {
      replayed = replayed.evolve(CommitCodec.read(commit.sequence(), CommitCodec.write(commit)));
    }

    assertThat(replayed.slices()).isEqualTo(live.slices());
  }

  /** Nobody is told of an event that names a thing they cannot read. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void whoIsToldOfAnEventReadsWhatItIsAbout(long seed) {
    Workspace now = played(seed);
    for (Commit commit : now.history()) {
      for (Event event : commit.events()) {
        if (capability().events().isInstance(event)) {
          E own = capability().events().cast(event);
          isNoOracle(now, capability().about(now, own, commit));
        }
      }
    }
  }

  private static void isNoOracle(Workspace now, About about) {
    for (SeatId reader : now.members().seats().keySet()) {
      if (now.access().canRead(reader, about.scope())) {
        Stream.of(Optional.of(about.ref()), Optional.ofNullable(about.under()))
            .flatMap(Optional::stream)
            .forEach(
                ref ->
                    assertThat(now.access().canRead(reader, now.scopeOf(ref).orElseThrow()))
                        .as("%s is told of %s", reader, ref)
                        .isTrue());
      }
    }
  }

  /** Every surface that knows a thing as an item asks the same scope as all others. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void anItemStandsWhereItsThingStands(long seed) {
    Workspace now = played(seed);
    now.history().stream()
        .flatMap(commit -> commit.events().stream().map(e -> Capabilities.about(now, e, commit)))
        .map(About::ref)
        .filter(ref -> capability().kinds().contains(ref.kind()))
        .distinct()
        .forEach(ref -> standsThere(now, ref));
  }

  private void standsThere(Workspace now, Ref ref) {
    Optional<Scope> scope = capability().scopeOf(now, ref);
    Optional<Item> item = capability().find(now, ref);

    assertThat(item.map(Item::scope)).as(ref.toString()).isEqualTo(scope);
    item.ifPresent(
        i -> {
          assertThat(i.ref()).isEqualTo(ref);
          assertThat(i.title()).isNotNull();
        });
  }

  /**
   * A member's own copy says of a thing what its page shows to that member: the last word of the
   * copy on each of what people say.
   */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void aCopySaysOfAThingWhatItsPageShows(long seed) {
    Workspace now = played(seed);
    for (SeatId reader : now.members().active().stream().map(Seat::id).toList()) {
      copied(now, reader)
          .forEach(
              (ref, said) -> {
                JsonObject page = Page.of(now, capability(), ref, reader);
                said.fieldNames().stream()
                    .filter(page::containsKey)
                    .filter(
                        field ->
                            SAID.contains(field)
                                || (field.equals(TEXT) && !isHeld(ref) && !isRevised(now, ref)))
                    .forEach(
                        field ->
                            assertThat(said.getValue(field))
                                .as("%s of %s for %s", field, ref, reader)
                                .isEqualTo(page.getValue(field)));
              });
    }
  }

  /** The page of a letter that is held shows what its head asks, too. */
  private static boolean isHeld(Ref ref) {
    return ref.kind() == Ref.Kind.HOLD;
  }

  /** What an entry says since it was edited is said by events of others. */
  private static boolean isRevised(Workspace now, Ref ref) {
    return ref.kind() == Ref.Kind.ENTRY
        && now.entries().find(ref.id()).filter(e -> !e.isAsPosted()).isPresent();
  }

  /** What the copy of this reader says of each thing, the last of each field. */
  private Map<Ref, JsonObject> copied(Workspace now, SeatId reader) {
    Map<Ref, JsonObject> said = new LinkedHashMap<>();
    Predicate<Ref> reads = ref -> Page.reads(now, reader, ref);
    for (Commit commit : now.history()) {
      for (Event event : now.visibleEvents(commit, reader)) {
        if (capability().events().isInstance(event)) {
          Ref ref = Capabilities.about(now, event, commit).ref();
          JsonObject copy = EventTypes.exported(event, reads);
          if ((Page.names(copy, ref) || describes(copy, ref)) && reads.test(ref)) {
            said.computeIfAbsent(ref, r -> new JsonObject()).mergeIn(copy);
          }
        }
      }
    }
    return said;
  }

  /** What is said of a list or a tracker later calls it by what it is. */
  private static boolean describes(JsonObject copy, Ref ref) {
    return switch (ref.kind()) {
      case LIST -> copy.containsKey("former") && ref.id().equals(copy.getValue("list"));
      case TRACKER -> copy.containsKey("former") && ref.id().equals(copy.getValue("tracker"));
      default -> false;
    };
  }

  /** That the histories hold events of a family, so that what is said of them is not empty. */
  static List<Event> events(Workspace now, Class<? extends Event> family) {
    return now.history().stream()
        .flatMap(commit -> commit.events().stream())
        .filter(family::isInstance)
        .toList();
  }
}
