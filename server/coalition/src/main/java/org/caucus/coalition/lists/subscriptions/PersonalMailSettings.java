package org.caucus.coalition.lists.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.capability.NotificationReason;
import org.jspecify.annotations.Nullable;

/**
 * What a seat chooses for all its mail of a workspace.
 *
 * @param zone where the member's morning is
 * @param echo whether anyone who posts by mail is told who reads it
 * @param pause days without any mail but questions that wait for an answer; null for none
 * @param quiet hours of every day in which mail waits; null for none, and in older logs
 * @param ways how one wants to hear of each kind; a kind that is not here comes at once
 * @param weekly what comes once a week besides; nothing in older logs
 * @param format null, and not written, for the usual: HTML
 */
public record PersonalMailSettings(
    ZoneId zone,
    boolean echo,
    @Nullable MailPause pause,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QuietHours quiet,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ChannelChoice> ways,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WeeklyMailing> weekly,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MailFormat format) {
  /** Of the person who has not chosen. */
  public static final PersonalMailSettings USUAL =
      new PersonalMailSettings(ZoneId.of("UTC"), true, null);

  /** Keeps them as they are; an older log has neither ways nor weekly letters. */
  public PersonalMailSettings(
      ZoneId zone,
      boolean echo,
      @Nullable MailPause pause,
      @Nullable QuietHours quiet,
      @Nullable List<ChannelChoice> ways,
      @Nullable List<WeeklyMailing> weekly,
      @Nullable MailFormat format) {
    this.zone = zone;
    this.echo = echo;
    this.pause = pause;
    this.quiet = quiet;
    this.ways = ways == null ? List.of() : List.copyOf(ways);
    this.weekly = weekly == null ? List.of() : List.copyOf(weekly);
    this.format = format;
  }

  /** In the usual form. */
  public PersonalMailSettings(
      ZoneId zone,
      boolean echo,
      @Nullable MailPause pause,
      @Nullable QuietHours quiet,
      List<ChannelChoice> ways,
      List<WeeklyMailing> weekly) {
    this(zone, echo, pause, quiet, ways, weekly, null);
  }

  /** Where every kind comes at once. */
  public PersonalMailSettings(
      ZoneId zone, boolean echo, @Nullable MailPause pause, @Nullable QuietHours quiet) {
    this(zone, echo, pause, quiet, List.of(), List.of());
  }

  /** Without quiet hours. */
  public PersonalMailSettings(ZoneId zone, boolean echo, @Nullable MailPause pause) {
    this(zone, echo, pause, null);
  }

  /** The same, with another pause, or none. */
  public PersonalMailSettings paused(@Nullable MailPause other) {
    return new PersonalMailSettings(zone, echo, other, quiet, ways, weekly, format);
  }

  /** The same, with mornings elsewhere. */
  public PersonalMailSettings at(ZoneId other) {
    return new PersonalMailSettings(other, echo, pause, quiet, ways, weekly, format);
  }

  /** The same, told who reads what they post by mail, or not. */
  public PersonalMailSettings echoing(boolean on) {
    return new PersonalMailSettings(zone, on, pause, quiet, ways, weekly, format);
  }

  /** The same, hearing of kinds in other ways. */
  public PersonalMailSettings hearing(List<ChannelChoice> others) {
    return new PersonalMailSettings(zone, echo, pause, quiet, others, weekly, format);
  }

  /** The same, hearing of this kind in this way. */
  public PersonalMailSettings hearing(NotificationReason kind, NotificationChannel way) {
    Stream<ChannelChoice> others = ways.stream().filter(c -> c.kind() != kind);
    return hearing(Stream.concat(others, Stream.of(new ChannelChoice(kind, way))).toList());
  }

  /** The same, with other weekly letters. */
  public PersonalMailSettings weekly(List<WeeklyMailing> others) {
    return new PersonalMailSettings(zone, echo, pause, quiet, ways, others, format);
  }

  /** The same, with this weekly letter or without it. */
  public PersonalMailSettings weekly(WeeklyMailing letter, boolean wanted) {
    Stream<WeeklyMailing> others = weekly.stream().filter(w -> w != letter);
    return weekly(Stream.concat(others, Stream.of(letter).filter(w -> wanted)).toList());
  }

  /** The same in another form. */
  public PersonalMailSettings in(MailFormat other) {
    MailFormat kept = other == MailFormat.HTML ? null : other;
    return new PersonalMailSettings(zone, echo, pause, quiet, ways, weekly, kept);
  }

  /** Whether letters are text alone. */
  public boolean textOnly() {
    return format == MailFormat.TEXT;
  }

  /** How a kind comes. */
  public NotificationChannel way(NotificationReason kind) {
    return ways.stream()
        .filter(c -> c.kind() == kind)
        .map(ChannelChoice::way)
        .findFirst()
        .orElse(NotificationChannel.AT_ONCE);
  }

  /** Whether some kinds come once a day. */
  public boolean hasDigest() {
    return ways.stream().anyMatch(c -> c.way() == NotificationChannel.DIGEST);
  }

  /** When a letter that could leave at this moment does leave. */
  public Instant leaves(Instant at) {
    return quiet == null ? at : quiet.leaves(at, zone);
  }
}
