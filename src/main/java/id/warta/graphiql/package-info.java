/**
 * GraphiQL, for developers: a page that loads nothing from elsewhere.
 */
@NullMarked
package id.warta.graphiql;

import org.jspecify.annotations.NullMarked;
