@NullMarked
package dev.pgduo.lab.advice;

import org.jspecify.annotations.NullMarked;
