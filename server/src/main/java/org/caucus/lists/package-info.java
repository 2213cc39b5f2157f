/**
 * Lists and their threads. A {@link org.caucus.lists.MailingList} is an address with a ceiling
 * audience; mail to it, or a post in the browser, starts or continues a {@link
 * org.caucus.lists.Thread}.
 *
 * <p>{@link org.caucus.lists.ListDecider} decides, {@link org.caucus.lists.Lists} is the state,
 * {@link org.caucus.lists.ListRoutes} and {@link org.caucus.lists.ThreadRoutes} answer the browser,
 * {@link org.caucus.lists.ListPresenter} shows.
 */
@NullMarked
package org.caucus.lists;

import org.jspecify.annotations.NullMarked;
