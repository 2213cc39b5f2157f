package org.caucus.messaging.distribution.headers;

import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.MailingList;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.privacy.TraceFields;
import org.caucus.messaging.distribution.permalinks.Permalink;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The fields a list adds (RFC 2369, RFC 2919, RFC 5064), and those it takes away. */
public final class ListHeaders {
  /** Marks what went through here: a letter that comes back with it has run in a circle. */
  public static final String LOOP = "X-Caucus-Loop";

  /** Names who can read it, and how many they are (R10). */
  public static final String AUDIENCE = "X-Audience";

  /** For whom of several seats of one person a copy is; the first answers by its reply address. */
  public static final String SEATS = "X-Seats";

  private static final List<String> REPLACED =
      List.of(
          "Return-Path",
          "Delivered-To",
          "X-Original-To",
          // about the hop to us, and the person who sent it may have written it
          "Received-SPF",
          // who else got it is nobody's business
          "Envelope-To",
          "X-Envelope-To",
          "Apparently-To",
          "Bcc",
          "Resent-Bcc",
          // nor who has read it, and when: a receipt would tell the author, of the other side too
          "Disposition-Notification-To",
          "Return-Receipt-To",
          "X-Confirm-Reading-To",
          "Read-Receipt-To",
          // passwords of other list programs, which people add by habit
          "Approved",
          "Approve",
          "X-Approved",
          "X-Approve",
          "Precedence",
          "X-Loop",
          "Archived-At",
          AUDIENCE,
          SEATS,
          LOOP);

  private ListHeaders() {}

  /** The letter without the fields of lists and hosts it came through. DKIM signatures stay. */
  public static RawLetter cleared(RawLetter letter) {
    List<String> unwanted = new ArrayList<>(REPLACED);
    letter.names().stream().filter(ListHeaders::isOfList).forEach(unwanted::add);
    return TraceFields.cut(letter.without(unwanted.toArray(String[]::new)));
  }

  private static boolean isOfList(String name) {
    return name.regionMatches(true, 0, "List-", 0, "List-".length());
  }

  /** The fields for a post; those of {@link Unsubscribe} come besides. */
  public static List<Header> of(Workspace state, MailingList list, Entry entry, Site site) {
    String slug = state.members().slug();
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    List<Header> headers = new ArrayList<>(ways(state, list, site));
    headers.addFirst(id(state, list, site));
    headers.add(Header.structured("Precedence", "list"));
    if (!list.isConversations()) {
      headers.add(Header.structured("X-Loop", site.address(list.localPart()).toString()));
    }
    headers.add(loop(site));
    headers.add(audience(state, entry.audience(), scope));
    headers.add(
        Header.structured(
            "Archived-At", "<" + site.page(slug, Permalink.page(entry, site.domain())) + ">"));
    return List.copyOf(headers);
  }

  /** Where one writes to a list, gets help, finds who convenes, and what was said (RFC 2369). */
  public static List<Header> ways(Workspace state, MailingList list, Site site) {
    String slug = state.members().slug();
    boolean none = list.isConversations(); // each letter has an address to answer at
    return List.of(
        Header.structured(
            "List-Post", none ? "NO" : "<mailto:" + site.address(list.localPart()) + ">"),
        Header.structured("List-Help", "<mailto:" + site.address(slug + "+help") + ">"),
        Header.structured("List-Owner", "<mailto:" + site.address(slug + "+owner") + ">"),
        Header.structured(
            "List-Archive",
            "<" + site.page(slug, none ? "conversations" : "lists/" + list.slug()) + ">"));
  }

  /** What stands in every letter to many that no person wrote. */
  public static List<Header> toMany(Header id, Site site, Language language) {
    List<Header> headers = new ArrayList<>(List.of(id, Header.structured("Precedence", "list")));
    headers.addAll(automatic(site, language));
    return headers;
  }

  /**
   * What stands in every letter that answers another by itself, so that no machine answers it (RFC
   * 3834 section 5).
   *
   * @param letter Message-ID of what it answers; null if that has none
   */
  public static List<Header> answering(Site site, @Nullable String letter) {
    List<Header> headers = new ArrayList<>();
    headers.add(Header.structured("Auto-Submitted", "auto-replied"));
    headers.add(Header.structured("Precedence", "auto_reply"));
    headers.add(loop(site));
    if (letter != null) {
      headers.addAll(below(letter));
    }
    return headers;
  }

  /** Where a letter stands in its reader's mail program: below this one. */
  public static List<Header> below(String letter) {
    return List.of(
        Header.ids("In-Reply-To", List.of(letter)), Header.ids("References", List.of(letter)));
  }

  /** What stands in every letter that no person wrote (RFC 3834 section 5). */
  public static List<Header> automatic(Site site, Language language) {
    return List.of(
        Header.structured("Auto-Submitted", "auto-generated"), loop(site), language(language));
  }

  /** The language of its words (RFC 3282). */
  public static Header language(Language language) {
    return Header.structured("Content-Language", language.tag());
  }

  /** The name of a list (RFC 2919). */
  public static Header id(Workspace state, MailingList list, Site site) {
    String name = list.slug() + "." + state.members().slug() + "." + site.domain();
    return Header.structured("List-Id", "<" + name + ">");
  }

  /** The name of what comes from a workspace itself (RFC 2919). */
  public static Header id(String workspaceSlug, Site site) {
    return Header.structured("List-Id", "<" + workspaceSlug + "." + site.domain() + ">");
  }

  /** The mark of this server. */
  public static Header loop(Site site) {
    return Header.structured(LOOP, site.domain());
  }

  /** The effective audience and its head count. Seats of a named one are counted, not listed. */
  public static Header audience(Workspace state, Audience audience, Scope scope) {
    String name = audience instanceof Audience.Named ? "NAMED" : audience.wire();
    int readers = state.access().count(scope);
    return Header.structured(AUDIENCE, name + "; readers=" + readers);
  }
}
