/**
 * How members want their mail: {@link org.caucus.lists.mail.DeliveryPreference} of one list, {@link
 * org.caucus.lists.mail.PersonalMailSettings} of all. {@link
 * org.caucus.lists.mail.DeliveryPreferences} is the state and says by which {@link
 * org.caucus.lists.mail.PostDelivery} a post comes. {@link org.caucus.lists.mail.ListStyle} is how
 * a list's letters look.
 */
@NullMarked
package org.caucus.lists.mail;

import org.jspecify.annotations.NullMarked;
