// The settings of this process, for files that need them seldom.
(function settings_(exports, internal, host, settings) {
  'use strict';
  return settings;
})
