/**
 * {@code /admin}: what operators see and do in the browser, without a script but for passkeys.
 *
 * <p>{@link org.caucus.operator.admin.AdminRoutes} says which request is answered by what, and lets
 * nobody behind the sign-in without an operator's session; {@link
 * org.caucus.operator.admin.AdminSignInRoutes} enrols and signs in; {@link
 * org.caucus.operator.admin.AdminViews} writes the pages; {@link
 * org.caucus.operator.admin.AdminWork} does what their buttons say, by the code of the commands.
 */
@NullMarked
package org.caucus.operator.admin;

import org.jspecify.annotations.NullMarked;
