@NullMarked
package dev.pgduo.shell.web;

import org.jspecify.annotations.NullMarked;
