package id.warta.comment.moderation;

import java.util.List;

import id.warta.platform.NodeId;

/**
 * The answer to {@code banCommenter}.
 *
 * @param ban the ban
 */
record BanPayload(CommentBan ban) {

	public List<Object> errors() {
		return List.of();
	}

	/**
	 * The answer to {@code liftCommentBan}.
	 *
	 * @param banId the global id of the ban that there is no longer
	 */
	record Lifted(String banId) {

		static Lifted of(CommentBan ban) {
			return new Lifted(new NodeId(CommentBans.SUBJECT, ban.id()).toString());
		}

		public List<Object> errors() {
			return List.of();
		}

	}

}
