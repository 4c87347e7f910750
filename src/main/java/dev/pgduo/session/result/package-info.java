/** Uses of a query's result besides printing: variables, further queries, a crosstab, a description. */
@NullMarked
package dev.pgduo.session.result;

import org.jspecify.annotations.NullMarked;
