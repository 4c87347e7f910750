@NullMarked
package dev.pgduo.session.query;

import org.jspecify.annotations.NullMarked;
