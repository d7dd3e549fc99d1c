package id.warta.route;

import id.warta.platform.Node;

import org.jspecify.annotations.Nullable;

/**
 * What is at an address.
 */
public sealed interface Route {

	/**
	 * Something is there.
	 *
	 * @param node what it is
	 */
	record FoundRoute(Node node) implements Route {

	}

	/**
	 * It has moved.
	 *
	 * @param to the path to go to
	 * @param node what is there
	 */
	record MovedRoute(String to, Node node) implements Route {

		public int status() {
			return 301;
		}

	}

	/**
	 * Editors send readers elsewhere.
	 *
	 * @param to the path or the address to go to
	 */
	record RedirectRoute(String to) implements Route {

		public int status() {
			return 301;
		}

	}

	/**
	 * It was there and is no more.
	 *
	 * @param path the path that was asked for, normalised
	 * @param reason why an article was withdrawn; null if readers are told none
	 */
	record GoneRoute(String path, @Nullable String reason) implements Route {

	}

	/**
	 * There never was anything.
	 *
	 * @param path the path that was asked for, normalised
	 */
	record NotFoundRoute(String path) implements Route {

	}

}
