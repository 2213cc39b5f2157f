package org.caucus.messaging.distribution.recipients;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.i18n.Language;

/** Where people take their mail now. */
public interface SeatAddresses {
  /**
   * Where one person gets mail, and how it speaks to them.
   *
   * @param receiving where it is sent to
   * @param every all addresses at which they get it, here or past this server
   * @param language English, if they chose none
   */
  record Mailboxes(MailAddress receiving, List<MailAddress> every, Language language) {
    /** Keeps the addresses as they are now. */
    public Mailboxes {
      every = List.copyOf(every);
    }
  }

  /** The address of a person; empty if there is none to write to. */
  Future<Optional<MailAddress>> of(String personId);

  /**
   * The language that the person who takes mail there chose; empty if they did not, and of
   * strangers.
   */
  default Future<Optional<Language>> chosen(MailAddress address) {
    return Future.succeededFuture(Optional.empty());
  }

  /**
   * Whether the person who takes mail there chose text alone, in any workspace of theirs; not so of
   * strangers.
   */
  default Future<Boolean> textOnly(MailAddress address) {
    return Future.succeededFuture(false);
  }

  /** In which language to write there: English, if nobody chose. */
  default Future<Language> language(MailAddress address) {
    return chosen(address).map(language -> language.orElse(Language.ENGLISH));
  }

  /** The mailboxes of one person, and their language with them; empty if there are none. */
  default Future<Optional<Mailboxes>> mailboxes(String personId) {
    return of(List.of(personId)).map(found -> Optional.ofNullable(found.get(personId)));
  }

  /** The mailboxes of these persons, looked up together; anyone who has none is left out. */
  default Future<Map<String, Mailboxes>> of(Collection<String> personIds) {
    Map<String, Mailboxes> all = new HashMap<>();
    Future<?> done = Future.succeededFuture();
    for (String person : personIds) {
      done =
          done.compose(before -> of(person))
              .compose(
                  found -> {
                    if (found.isEmpty()) {
                      return Future.succeededFuture();
                    }
                    MailAddress at = found.get();
                    return language(at)
                        .onSuccess(l -> all.put(person, new Mailboxes(at, List.of(at), l)));
                  });
    }
    return done.map(all);
  }
}
