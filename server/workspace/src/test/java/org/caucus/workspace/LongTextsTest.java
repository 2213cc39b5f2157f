package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.caucus.kernel.Event;
import org.caucus.platform.spill.StoredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what is said at length, of whatever kind, a workspace in memory holds where it lies. */
class LongTextsTest {
  private static final String LONG = " and so on".repeat(40);

  /** What strings are called that have fewer characters than a text that leaves the heap. */
  private static final Set<String> SHORT =
      Set.of(
          // ids, keys and addresses
          "id",
          "value",
          "key",
          "slug",
          "blob",
          "entry",
          "entries",
          "into",
          "update",
          "question",
          "answers",
          "person",
          "invitation",
          "company",
          "organisation",
          "organisations",
          "seats",
          "list",
          "tracker",
          "letter",
          "messageId",
          "localPart",
          "address",
          "sender",
          "from",
          // how a letter came: lines of SMTP, which have 512 octets at most (RFC 5321 section
          // 4.5.3.1)
          "detail",
          "envelope",
          "helo",
          "peer",
          "field",
          "action",
          // names
          "name",
          "former",
          "was",
          "replaces",
          "languages",
          "title",
          "label",
          "labels",
          "tag",
          "choices",
          "kind",
          "type",
          "group",
          "sort",
          "layout",
          "mode",
          "subject",
          "provision",
          "document",
          "part",
          "number",
          "also",
          // ids, and labels of options
          "poll",
          "review",
          "instrument",
          "called",
          "ballot",
          "option",
          "code",
          // what the server itself says, and the line before a letter in an mbox
          "reason",
          "reasons",
          "why",
          "fault",
          "line");

  /**
   * Longer ones, of which a workspace has few: of itself, and each list, tracker, organisation,
   * seat, saved view and poll.
   */
  private static final Set<String> FEW =
      Set.of(
          "ListOpened.description",
          "ListDescribed.description",
          "TrackerDescribed.description",
          "OrganisationDescribed.description",
          "WorkspaceDescribed.purpose",
          "WorkspaceDescribed.welcome",
          "ListStyle.footer",
          "SeatProfile.pronunciation",
          "SeatPicture.version",
          "WorkingHours.zone",
          "ViewLayout.filter",
          "Option.text",
          "Details.country",
          "Details.issuer",
          "Details.language",
          "EditionAdopted.textSha256",
          "Source.sha256",
          "Placed.path",
          "NewConcern.path",
          "Step.word");

  /** What the server itself says of a letter. */
  private static final Set<String> REASONS = Set.of("LetterHeld.words", "LetterRefused.words");

  @Test
  void whatAnEventSaysAtLengthMayLieOutsideTheHeap() {
    assertThat(strings())
        .filteredOn(s -> !FEW.contains(s) && !REASONS.contains(s))
        .filteredOn(s -> !SHORT.contains(s.substring(s.indexOf('.') + 1)))
        .as("strings that are to be StoredText, unless they are always short")
        .isEmpty();
  }

  /** All strings that events are made of, as they are called. */
  private static Set<String> strings() {
    Set<String> found = new TreeSet<>();
    Set<Class<?>> known = new HashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(EventTypes.all().values());
    open.addAll(Capabilities.targets().values());
    while (!open.isEmpty()) {
      Class<?> type = open.remove();
      if (known.add(type)) {
        if (type.isSealed()) {
          Collections.addAll(open, type.getPermittedSubclasses());
        }
        for (RecordComponent c : type.isRecord() ? type.getRecordComponents() : NONE) {
          Type of = c.getGenericType();
          Class<?> one =
              (Class<?>) (of instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : of);
          if (one == String.class) {
            found.add(type.getSimpleName() + "." + c.getName());
          }
          open.add(one);
        }
      }
    }
    return found;
  }

  private static final RecordComponent[] NONE = {};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noLongTextIsInTheHeapOnceItIsPartOfAState(long seed) throws ReflectiveOperationException {
    Workspace state = Given.coalition().state();
    int texts = 0;
    for (Doings.Step step : Doings.history(seed, 120)) {
      Commit said = (Commit) step.on(state);
      List<Event> events = new ArrayList<>();
      for (Event event : said.events()) {
        events.add((Event) lengthened(event));
      }
      texts += events.equals(said.events()) ? 0 : 1;
      state =
          state.evolve(
              new Commit(said.sequence(), said.id(), said.at(), said.seat(), said.key(), events));
    }
    assertThat(texts).as("commits with a long text").isGreaterThan(40);
    assertThat(longStrings(state)).isEmpty();
  }

  /** The same, saying more wherever it may say much. */
  private static Object lengthened(Object value) throws ReflectiveOperationException {
    if (value instanceof StoredText text) {
      return StoredText.of(text + LONG);
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      for (Object one : list) {
        all.add(lengthened(one));
      }
      return all;
    }
    if (!(value instanceof Record)) {
      return value;
    }
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      Object part = components[i].getAccessor().invoke(value);
      parts[i] = part == null ? null : lengthened(part);
    }
    return value
        .getClass()
        .getConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
        .newInstance(parts);
  }

  /** Long strings that something holds, with the way to each. */
  private static List<String> longStrings(Object root) throws ReflectiveOperationException {
    List<String> found = new ArrayList<>();
    IdentityHashMap<Object, String> ways = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>();
    ways.put(root, "");
    open.add(root);
    while (!open.isEmpty()) {
      Object at = open.remove();
      String way = ways.get(at) + "/" + at.getClass().getSimpleName();
      if (at instanceof String text && text.length() >= StoredText.SHORT_CHARS) {
        found.add(way);
      }
      for (Object held : held(at)) {
        if (held != null && ways.putIfAbsent(held, way) == null) {
          open.add(held);
        }
      }
    }
    return found;
  }

  private static List<Object> held(Object at) throws ReflectiveOperationException {
    List<Object> held = new ArrayList<>();
    if (at instanceof Object[] array) {
      Collections.addAll(held, array);
    } else if (at.getClass().getName().startsWith("java.")) {
      switch (at) {
        case Map<?, ?> map -> {
          held.addAll(map.keySet());
          held.addAll(map.values());
        }
        case Collection<?> all -> held.addAll(all);
        case Optional<?> one -> held.add(one.orElse(null));
        default -> {}
      }
    } else if (!at.getClass().isEnum() && !at.getClass().getName().endsWith("Spill$Segment")) {
      for (Class<?> type = at.getClass(); isOurs(type); type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            held.add(field.get(at));
          }
        }
      }
    }
    return held;
  }

  private static boolean isOurs(Class<?> type) {
    return !type.getName().startsWith("java.");
  }
}
