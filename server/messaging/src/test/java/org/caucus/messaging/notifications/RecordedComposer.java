package org.caucus.messaging.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;

/** One that notes how many letters another wrote. */
record RecordedComposer(Composer other, Map<String, Integer> written) implements Composer {
  RecordedComposer {
    written.putIfAbsent(other.kind(), 0);
  }

  @Override
  public String kind() {
    return other.kind();
  }

  private Optional<OutgoingMail> noted(Optional<OutgoingMail> letter) {
    letter.ifPresent(l -> written.merge(kind(), 1, Integer::sum));
    return letter;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    return noted(other.compose(parcel, recipient));
  }

  @Override
  public Batch letters(DeliveryBatch parcel, List<String> recipients) {
    Batch batch = other.letters(parcel, recipients);
    return new Batch() {
      @Override
      public Optional<OutgoingMail> of(String recipient) {
        return noted(batch.of(recipient));
      }

      @Override
      public Optional<Instant> mayComeBack(String recipient) {
        return batch.mayComeBack(recipient);
      }

      @Override
      public boolean isOtherwise(String recipient) {
        return batch.isOtherwise(recipient);
      }
    };
  }
}
