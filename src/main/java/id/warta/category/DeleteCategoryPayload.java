package id.warta.category;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code deleteCategory}.
 *
 * @param deletedId the global id of the category that is no more
 * @param replacement what took over what it had
 */
record DeleteCategoryPayload(String deletedId, @Nullable Category replacement) {

	public List<Object> errors() {
		return List.of();
	}

}
