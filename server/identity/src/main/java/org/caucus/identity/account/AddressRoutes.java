package org.caucus.identity.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.identity.Persons;
import org.caucus.identity.SignInRoutes;
import org.caucus.identity.addresses.AddressHistory;
import org.caucus.identity.addresses.DatedAddress;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.MailAddress;

/**
 * {@code /api/addresses}: a person's own addresses, those that were ended too. Each change is told
 * to the others by mail, without naming any: one mailbox need not know of another.
 */
public final class AddressRoutes implements Routes {
  /** What is told: another address came. */
  static final String ADDED = "address-added";

  /** What is told: mail goes to another address. */
  static final String RECEIVES = "address-receives";

  /** What is told: an address was ended. */
  static final String ENDED = "address-ended";

  private final Persons persons;
  private final AddressVerification proofs;
  private final BiConsumer<List<MailAddress>, String> tell;
  private final Consumer<String> moved;

  /**
   * Routes over these.
   *
   * @param tell tells addresses what happened
   * @param moved told of a person whose mail goes elsewhere from now on; may block
   */
  public AddressRoutes(
      Persons persons,
      AddressVerification proofs,
      BiConsumer<List<MailAddress>, String> tell,
      Consumer<String> moved) {
    this.persons = persons;
    this.proofs = proofs;
    this.tell = tell;
    this.moved = moved;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("listAddresses", this::list);
    operations.forPerson("requestAddressCode", this::offer);
    operations.forPerson("addAddress", this::add);
    operations.forPerson("receiveMailAt", this::receive);
    operations.forPerson("removeAddress", this::end);
  }

  private AddressHistory mine(ApiRequest call) {
    return persons.addresses(call.caller().person()).await().orElseThrow(Refusal::absent);
  }

  private ApiResponse list(ApiRequest call) {
    return ApiResponse.ok(shown(call, mine(call)));
  }

  private static JsonObject shown(ApiRequest call, AddressHistory all) {
    JsonArray items = new JsonArray();
    all.all().forEach(a -> items.add(shown(call, all, a)));
    return new JsonObject().put("items", items);
  }

  private static JsonObject shown(ApiRequest call, AddressHistory all, DatedAddress one) {
    JsonObject shown =
        new JsonObject()
            .put("id", id(call, one))
            .put("address", one.address().toString())
            .put("since", one.since().toString())
            .put("receives", all.receivesAt(one));
    if (all.receivesAt(one)) {
      shown.put("receivesSince", all.receivingSince().toString());
    }
    if (one.until() != null) {
      shown.put("until", one.until().toString());
    }
    return shown;
  }

  /** An address has no place in a URL. */
  private static String id(ApiRequest call, DatedAddress one) {
    return Secrets.hash(
        call.caller().person() + "\n" + one.address().comparisonForm() + "\n" + one.since());
  }

  private static DatedAddress find(ApiRequest call, AddressHistory all) {
    return all.all().stream()
        .filter(a -> id(call, a).equals(call.path("id")))
        .findFirst()
        .orElseThrow(Refusal::absent);
  }

  private static List<MailAddress> held(AddressHistory all) {
    return all.current().stream().map(DatedAddress::address).toList();
  }

  private ApiResponse offer(ApiRequest call) {
    String person = call.caller().person();
    String typed = call.body().getString("address");
    String secret = proofs.ask(person, typed, call.peer(), SignInRoutes.once(call));
    return ApiResponse.json(202, new JsonObject().put("proof", secret));
  }

  private ApiResponse add(ApiRequest call) {
    AddressHistory before = mine(call);
    AddressVerification.Added added =
        proofs.answer(
            call.caller().person(),
            call.body().getString("proof"),
            call.body().getString("code"),
            SignInRoutes.once(call));
    if (added.fresh()) {
      tell.accept(held(before), ADDED);
    }
    AddressHistory now = mine(call);
    return ApiResponse.json(
        201, shown(call, now, now.held(added.address()).orElseThrow(Refusal::absent)));
  }

  private ApiResponse receive(ApiRequest call) {
    String person = call.caller().person();
    AddressHistory before = mine(call);
    MailAddress wished = find(call, before).address();
    AddressHistory now = persons.change(person, all -> all.receivingAt(wished, call.at())).await();
    if (!now.receiving().sameAs(before.receiving())) {
      tell.accept(held(now), RECEIVES);
    }
    moved.accept(person); // again too, should the last attempt have been cut short
    return ApiResponse.ok(shown(call, now));
  }

  private ApiResponse end(ApiRequest call) {
    AddressHistory before = mine(call);
    DatedAddress gone = find(call, before);
    if (gone.current()) {
      persons.change(call.caller().person(), all -> all.ending(gone.address(), call.at())).await();
      tell.accept(held(before), ENDED); // the one that was ended, too
    }
    return ApiResponse.empty(204);
  }
}
