/** What becomes of a query's result when it is not simply printed: variables, further queries, a crosstab, a description. */
@NullMarked
package dev.pgduo.session.result;

import org.jspecify.annotations.NullMarked;
