package id.warta.liveblog;

import java.util.List;

/**
 * The answer to a mutation of a live blog.
 *
 * @param liveBlog the blog as it is now
 */
record LiveBlogPayload(LiveBlog liveBlog) {

	public List<Object> errors() {
		return List.of();
	}

}
