/** What to do next about the errors that a beginner meets. */
@NullMarked
package dev.pgduo.lab.advice;

import org.jspecify.annotations.NullMarked;
