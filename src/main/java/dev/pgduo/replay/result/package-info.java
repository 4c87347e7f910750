/** The results of labs on servers, and their output as JUnit XML, TAP and JSON. */
@NullMarked
package dev.pgduo.replay.result;

import org.jspecify.annotations.NullMarked;
