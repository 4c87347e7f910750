/** The one picture of both nodes, running or not, and the verdict that every verb, the status and the advice follow. */
@NullMarked
package dev.pgduo.lab.pair;

import org.jspecify.annotations.NullMarked;
