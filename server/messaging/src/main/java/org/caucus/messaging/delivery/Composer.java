package org.caucus.messaging.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;

/** Writes the letters of one kind of parcel. */
public interface Composer {
  /** The kind, such as {@code relay.post}; never changed once in use. */
  String kind();

  /**
   * The letter for one recipient, asked for at the moment of sending on a virtual thread where it
   * may {@code await}. It checks anew whether this recipient may have it; nothing means they may
   * not, or it has become pointless. What it throws leads to another try later.
   */
  Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient);

  /** The letters of one parcel, each asked for at the moment of sending as {@link #compose} is. */
  interface Batch {
    /** The letter for one recipient; nothing means as with {@link #compose}. */
    Optional<OutgoingMail> of(String recipient);

    /**
     * Until when that one, to whom it just gave nothing, may have it after all: what was deleted
     * can be restored for a while. Empty if nothing can change that.
     */
    default Optional<Instant> mayComeBack(String recipient) {
      return Optional.empty();
    }

    /** Where a letter to that one would go, if it is known already; for operators. */
    default Optional<MailAddress> address(String recipient) {
      return Optional.empty();
    }

    /** Whether that one, to whom it just gave nothing, has the same by other mail from here. */
    default boolean isOtherwise(String recipient) {
      return false;
    }
  }

  /**
   * What can be looked up at once for several recipients, such as their addresses. It is used for a
   * second at most, then looked up anew; what somebody may read is asked for each letter all the
   * same.
   */
  default Batch letters(DeliveryBatch parcel, List<String> recipients) {
    return recipient -> compose(parcel, recipient);
  }
}
