package org.caucus.coalition.capability;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** A target with its facet and the workspace: what is asked of it without knowing its kind. */
public final class MailedTarget<W extends Members.Held, T extends MessageTarget> {
  private final MailFacet<? super W, T> facet;
  private final W now;
  private final T target;

  /** A target of this facet, as the workspace is now. */
  public MailedTarget(MailFacet<? super W, T> facet, W now, MessageTarget target) {
    this.facet = facet;
    this.now = now;
    this.target = facet.targets().cast(target);
  }

  /** See {@link MailFacet#place}. */
  public Scope place() {
    return facet.place(now, target);
  }

  /** See {@link MailFacet#within}. */
  public Scope within() {
    return facet.within(now, target);
  }

  /** See {@link MailFacet#isForPlace}. */
  public boolean isForPlace() {
    return facet.isForPlace();
  }

  /** See {@link MailFacet#usual}. */
  public Optional<Audience> usual(@Nullable SeatId author) {
    return facet.usual(now, target, author);
  }

  /** See {@link MailFacet#isModerated}. */
  public boolean isModerated() {
    return facet.isModerated();
  }

  /** See {@link MailFacet#isForConvenors}. */
  public boolean isForConvenors() {
    return facet.isForConvenors();
  }

  /** See {@link MailFacet#review}. */
  public MailFacet.Review review(MailedLetter letter, List<Event> posted) {
    return facet.review(now, target, letter, posted);
  }

  /** See {@link MailFacet#list}. */
  public Optional<String> list() {
    return facet.list(now, target);
  }

  /** See {@link MailFacet#isBeside}. */
  public boolean isBeside(Ref answered) {
    return facet.isBeside(now, target, answered);
  }

  /** See {@link MailFacet#decide}. */
  public List<Event> decide(MailedLetter letter, CommandContext context) {
    return facet.decide(now, target, letter, context);
  }

  /** See {@link MailFacet#left}. */
  public Optional<Event> left(MailedLetter letter, CommandContext author) {
    return facet.left(now, target, letter, author);
  }

  /** See {@link MailFacet#head}. */
  public List<CommandLine> head() {
    return facet.head(now, target);
  }

  /** See {@link MailFacet#read}. */
  public Optional<HeaderReading<T>> read(List<CommandLine> lines, String words, MailAuthor author) {
    return facet.read(now, target, lines, words, author);
  }

  /** See {@link MailFacet#words}. */
  public String words(String words) {
    return facet.words(target, words);
  }

  /** See {@link MailFacet#done}. */
  public Optional<Ref> done(List<Event> events) {
    return facet.done(events);
  }

  /** See {@link MailFacet#confirmation}. */
  public Optional<String> confirmation(Ref thing, String readers, Language language) {
    return facet.confirmation(now, thing, readers, language);
  }
}
