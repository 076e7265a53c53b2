"""The media in which somebody is reached, in words."""

from calls.turn import Channel

CHANNELS = {
    Channel.CALL: "call",
    Channel.VOICEMAIL: "voicemail",
    Channel.SMS: "text message",
    Channel.EMAIL: "e-mail",
    Channel.CHAT: "chat",
    Channel.LETTER: "letter",
}
