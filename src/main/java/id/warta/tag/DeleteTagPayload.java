package id.warta.tag;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code deleteTag}.
 *
 * @param deletedId the global id of the tag that is no more
 * @param replacement what took over what it had
 */
record DeleteTagPayload(String deletedId, @Nullable Tag replacement) {

	public List<Object> errors() {
		return List.of();
	}

}
