package org.caucus.messaging.moderation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Tickets;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.platform.limits.WorkBudget;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Codes that decide about a letter that waits, by mail: one for each letter and each seat that is
 * asked about it, and one for the person who wrote it; and so about a draft, for each of its
 * versions. A code works once, for a letter is decided once. A true code is known as one wherever
 * it is seen, so that none is passed on to anybody.
 */
public final class HoldCodes {
  /** What stands behind the plus sign of the address that takes answers with codes. */
  public static final String DETAIL = "decide";

  private static final MessageCatalogue WORDS = MessageCatalogue.of("holds");

  /** Runs of letters and digits of one letter that are tried; an attachment of 1 MB has 50,000. */
  public static final long MAX_TRIES = 300_000;

  private static final long EVERYTHING = Long.MAX_VALUE;

  /** Characters of a run of letters and digits in which a code is looked for. */
  private static final int LONGEST_RUN = 40;

  private static final int HOLD_BYTES = 5;
  private static final int HOLDER_BYTES = Tickets.PAYLOAD_BYTES - HOLD_BYTES;

  private final @Nullable Tickets tickets;

  /**
   * What answers are written above; mail programs quote it, and so it shows where a quote begins.
   */
  public static String above(Language language) {
    return WORDS.say(language, "above");
  }

  /** Whether a line is, or quotes, what answers are written above, in whatever language. */
  public static boolean isAbove(String line) {
    return Arrays.stream(Language.values()).map(HoldCodes::above).anyMatch(line::contains);
  }

  /** Codes of this installation. */
  public HoldCodes(Vault vault) {
    this(new Tickets(vault, "hold"));
  }

  private HoldCodes(@Nullable Tickets tickets) {
    this.tickets = tickets;
  }

  /** Of an installation that sends none: there is no true code. */
  public static HoldCodes none() {
    return new HoldCodes((Tickets) null);
  }

  private Optional<byte[]> open(String code) {
    return tickets == null ? Optional.empty() : tickets.open(code);
  }

  /** The code by which this seat decides about the letter. */
  public String of(WorkspaceId workspace, Hold hold, SeatId seat) {
    return mint(workspace, hold.id(), seat(seat));
  }

  /** The code by which the person who wrote the letter takes it back. */
  public String ofSender(WorkspaceId workspace, Hold hold) {
    return mint(workspace, hold.id(), sender());
  }

  private String mint(WorkspaceId workspace, String thing, String holder) {
    return Objects.requireNonNull(tickets, "no codes are sent here")
        .mint(
            ByteBuffer.allocate(Tickets.PAYLOAD_BYTES)
                .put(ofThing(workspace, thing))
                .put(ofHolder(workspace, thing, holder))
                .array());
  }

  /** The letter a code is about, open or not; empty if it is of another workspace, or none. */
  public Optional<Hold> hold(Workspace state, String code) {
    return open(code)
        .flatMap(
            payload -> {
              byte[] wanted = Arrays.copyOf(payload, HOLD_BYTES);
              List<Hold> found =
                  state.letters().holds().values().stream()
                      .filter(h -> MessageDigest.isEqual(ofThing(state.id(), h.id()), wanted))
                      .toList();
              return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
            });
  }

  /** Whether this is the code by which the seat decides about the letter. */
  public boolean isOf(Workspace state, Hold hold, SeatId seat, String code) {
    return isHeld(state, hold.id(), seat(seat), code);
  }

  /** Whether this is the code by which the person who wrote the letter takes it back. */
  public boolean isOfSender(Workspace state, Hold hold, String code) {
    return isHeld(state, hold.id(), sender(), code);
  }

  private boolean isHeld(Workspace state, String thing, String holder, String code) {
    return open(code)
        .map(payload -> Arrays.copyOfRange(payload, HOLD_BYTES, Tickets.PAYLOAD_BYTES))
        .filter(held -> MessageDigest.isEqual(ofHolder(state.id(), thing, holder), held))
        .isPresent();
  }

  /** The code by which this seat says whether it stands by the draft, in this version. */
  public String ofDraft(WorkspaceId workspace, Draft draft, SeatId seat) {
    return mint(workspace, name(draft, draft.version()), seat(seat));
  }

  /**
   * The draft that a code is about, as it is now.
   *
   * @param version the version that the code is about
   */
  public record Drafted(Draft draft, int version) {}

  /** The draft a code is about, open or not; empty if it is of another workspace, or none. */
  public Optional<Drafted> draft(Workspace state, String code) {
    return open(code)
        .flatMap(
            payload -> {
              byte[] wanted = Arrays.copyOf(payload, HOLD_BYTES);
              List<Drafted> found =
                  state.updates().drafts().byId().values().stream()
                      .flatMap(HoldCodes::versions)
                      .filter(
                          d ->
                              MessageDigest.isEqual(
                                  ofThing(state.id(), name(d.draft(), d.version())), wanted))
                      .toList();
              return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
            });
  }

  private static Stream<Drafted> versions(Draft draft) {
    return IntStream.rangeClosed(1, draft.version()).mapToObj(v -> new Drafted(draft, v));
  }

  /** Whether this is the code by which the seat says whether it stands by the draft. */
  public boolean isOfDraft(Workspace state, Drafted about, SeatId seat, String code) {
    return isHeld(state, name(about.draft(), about.version()), seat(seat), code);
  }

  /** No hold has such a name. */
  private static String name(Draft draft, int version) {
    return "draft " + draft.id() + " " + version;
  }

  /** Every true code in these texts, in lower case, whatever letter it is about. */
  public Set<String> in(Iterable<String> texts) {
    return in(texts, EVERYTHING).orElseThrow();
  }

  /** The same; empty if more may be codes than that many are tried of. */
  public Optional<Set<String>> in(Iterable<String> texts, long most) {
    WorkBudget budget = WorkBudget.of(new WorkBudget.Limits(0, 0, most, 0));
    Set<String> found = new TreeSet<>();
    boolean all = true;
    for (String text : texts) {
      int start = 0;
      for (int i = 0; all && i <= text.length(); i++) {
        if (i == text.length() || !isOfCode(text.charAt(i))) {
          all = look(text, start, i, found, budget);
          start = i + 1;
        }
      }
    }
    return all ? Optional.of(found) : Optional.empty();
  }

  /** A code may be run together with what stands beside it, such as the end of an escape. */
  private boolean look(String text, int from, int to, Set<String> found, WorkBudget budget) {
    int tries = to - from > LONGEST_RUN ? 0 : to - from - Tickets.LENGTH + 1;
    if (tries > 0 && !budget.takes(WorkBudget.Kind.STEPS, tries)) {
      return false;
    }
    for (int i = from; i < from + tries; i++) {
      String one = text.substring(i, i + Tickets.LENGTH);
      if (open(one).isPresent()) {
        found.add(one.toLowerCase(Locale.ROOT));
      }
    }
    return true;
  }

  private static boolean isOfCode(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7');
  }

  private static String seat(SeatId seat) {
    return "seat " + seat.value();
  }

  private static String sender() {
    return "sender";
  }

  private static byte[] ofThing(WorkspaceId workspace, String thing) {
    return hash(workspace.value() + " " + thing, HOLD_BYTES);
  }

  private static byte[] ofHolder(WorkspaceId workspace, String thing, String holder) {
    return hash(workspace.value() + " " + thing + " " + holder, HOLDER_BYTES);
  }

  private static byte[] hash(String words, int length) {
    try {
      byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
